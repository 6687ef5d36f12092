package org.rapport.notification.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.words.WordFault.Code;

/**
 * The one check that all words of messages pass, those of the files on start and those of a practice before they are kept.
 *
 * <ol>
 *   <li>A mail begins with a subject, a text does not.
 *   <li>A variable is inserted, or a part depends on one; nothing else is understood, so that words cannot compute.
 *   <li>Each variable is one the message has.
 *   <li>No word says what kind of practice writes, or of what; a text asks for no answer.
 * </ol>
 *
 * How long a text becomes is seen when it is written with sample data: {@link SampleLetters}.
 */
final class WordCheck {
    static final String SUBJECT = "Subject: ";
    static final int MOST_CHARACTERS = 5_000;

    private static final Pattern TOKEN =
            Pattern.compile("\\[\\(\\$\\{(\\w+)}\\)]|\\[# th:(?:if|unless)=\"\\$\\{(\\w+)}\"]|\\[/]");
    private static final Pattern LEFT_OVER = Pattern.compile("[\\[\\]{}]|__");

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b\\w*(therap|terap|psych|psic|psiqui|counsel|consejer|mental|clinic|clínic|diagnos|trauma|anxi|ansied|depres|suicid"
                    + "|phq|gad-?7|lcsw|lcpc|lmft|psyd|puntuaci|paciente|tratamiento|sentimiento|patient|treatment)\\w*"
                    + "|\\b(lpc|phd|scores?|sessions?|sesión|sesiones|feelings?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern INVITES_REPLY = Pattern.compile(
            "\\b(reply|respond|text back|responda|conteste|stop|yes|cancel|quit|end|revoke|unsubscribe|alto|baja)\\b",
            Pattern.CASE_INSENSITIVE);

    private WordCheck() {}

    static List<WordFault> faults(String text, Channel channel, Set<String> variables) {
        List<WordFault> faults = new ArrayList<>();
        boolean hasSubject = text.startsWith(SUBJECT);
        if (channel == Channel.EMAIL && (!hasSubject || text.lines().count() < 2)) {
            faults.add(new WordFault(Code.NO_SUBJECT, ""));
        }
        if (channel == Channel.SMS && hasSubject) {
            faults.add(new WordFault(Code.SUBJECT_IN_TEXT, ""));
        }
        if (text.length() > MOST_CHARACTERS) {
            faults.add(new WordFault(Code.TOO_LONG, Integer.toString(text.length())));
        }
        tokens(text, variables, faults);
        String words = TOKEN.matcher(text).replaceAll(" ");
        add(FORBIDDEN.matcher(words), Code.FORBIDDEN_WORD, faults);
        if (channel == Channel.SMS) {
            add(INVITES_REPLY.matcher(words), Code.INVITES_REPLY, faults);
        }
        return faults;
    }

    private static void tokens(String text, Set<String> variables, List<WordFault> faults) {
        int open = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String inserted = token.group(1);
            String asked = token.group(2);
            String variable = inserted == null ? asked : inserted;
            if (variable == null) {
                open--;
            } else if (!variables.contains(variable)) {
                faults.add(new WordFault(Code.UNKNOWN_VARIABLE, variable));
            }
            open += asked == null ? 0 : 1;
            if (open < 0) {
                break;
            }
        }
        if (open != 0) {
            faults.add(new WordFault(Code.NOT_CLOSED, ""));
        }
        Matcher left = LEFT_OVER.matcher(TOKEN.matcher(text).replaceAll(""));
        if (left.find()) {
            faults.add(new WordFault(Code.NOT_UNDERSTOOD, left.group()));
        }
    }

    private static void add(Matcher found, Code code, List<WordFault> faults) {
        if (found.find()) {
            faults.add(new WordFault(code, found.group()));
        }
    }
}
