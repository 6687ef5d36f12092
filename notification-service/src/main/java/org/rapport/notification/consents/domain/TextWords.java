package org.rapport.notification.consents.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what somebody texted.
 *
 * <ol>
 *   <li>Case, accents and punctuation do not count, nor do words of courtesy around a keyword.
 *   <li>A keyword of the carriers alone is what it is.
 *   <li>A wish to get no more, in other words or with a slip of the finger, is STOP as well: who is written to against their
 *       will is worse off than who is not written to.
 *   <li>START must be the word: nobody is written to by a guess.
 *   <li>Anything else is {@link Keyword#OTHER}; a keyword inside a longer sentence ("can I stop by at five") is no keyword.
 * </ol>
 */
public final class TextWords {
    private static final Set<String> STOP = Set.of(
            "stop",
            "stopall",
            "quit",
            "end",
            "revoke",
            "optout",
            "cancel",
            "unsubscribe",
            "alto",
            "pare",
            "parar",
            "basta",
            "baja",
            "cancelar",
            "detener");
    private static final Set<String> START = Set.of("start", "yes", "unstop", "si", "iniciar", "empezar", "comenzar");
    private static final Set<String> HELP = Set.of("help", "info", "ayuda");
    private static final Set<String> SPANISH = Set.of(
            "alto",
            "pare",
            "parar",
            "basta",
            "baja",
            "cancelar",
            "detener",
            "si",
            "iniciar",
            "empezar",
            "comenzar",
            "ayuda",
            "no",
            "mas",
            "mensajes",
            "escriban",
            "escriba",
            "darme",
            "dejen",
            "por",
            "favor");

    /** May stand around a keyword without making it a sentence. */
    private static final Set<String> COURTESY = Set.of(
            "please",
            "pls",
            "now",
            "thanks",
            "thank",
            "you",
            "ok",
            "okay",
            "all",
            "it",
            "this",
            "these",
            "that",
            "the",
            "me",
            "to",
            "from",
            "us",
            "texts",
            "text",
            "texting",
            "messages",
            "message",
            "messaging",
            "msgs",
            "sms",
            "sending",
            "contacting",
            "por",
            "favor",
            "gracias",
            "ya",
            "todo",
            "mensajes",
            "los");

    private static final List<Pattern> NO_MORE = List.of(
            Pattern.compile("(do not|don t|dont|never) (ever )?(text|message|contact|write|send)( to)?( me| this)?.*"),
            Pattern.compile(".*\\bno more (text|message|msg|sms)s?\\b.*"),
            Pattern.compile(".*\\b(remove|take) me( off| from)?\\b.*"),
            Pattern.compile(".*\\bopt(ing)? ?(me )?out\\b.*"),
            Pattern.compile("(please )?leave me alone.*"),
            Pattern.compile(".*\\bwrong (number|person)\\b.*"),
            Pattern.compile(".*\\bunsubscribe me\\b.*"),
            Pattern.compile(".*\\bno (quiero )?(me )?(mas|reciba|recibir) ?(mas )?(mensajes|textos)\\b.*"),
            Pattern.compile(".*\\bno me (escriban|escriba|manden|mande|envien|envie)\\b.*"),
            Pattern.compile(".*\\b(darme de baja|dejen de (escribir|mandar|enviar)\\w*)\\b.*"),
            Pattern.compile(".*\\bnumero equivocado\\b.*"));

    /** Long enough that one slip still leaves the word; each with the neighbours that are words of their own. */
    private static final List<String> SLIPPED = List.of("stop", "stopall", "unsubscribe", "optout", "cancel", "revoke");

    private static final Set<String> NO_SLIPS = Set.of("shop", "step", "top", "stomp", "stoop", "stow");

    private TextWords() {}

    /** @param spanish whether the words were Spanish, so that the reply is */
    public record Reading(Keyword keyword, boolean spanish) {}

    public static Reading read(String text) {
        String plain = plain(text);
        List<String> words = List.of(plain.split(" ", -1));
        boolean spanish = words.stream().anyMatch(SPANISH::contains);
        return new Reading(keyword(plain, words), spanish);
    }

    private static Keyword keyword(String plain, List<String> words) {
        if (STOP.contains(plain.replace(" ", ""))) {
            return Keyword.STOP;
        }
        List<String> said = words.stream()
                .filter(word -> !COURTESY.contains(word))
                .distinct()
                .toList();
        String only = said.size() == 1 ? said.getFirst() : "";
        if (STOP.contains(only)
                || isSlip(only)
                || NO_MORE.stream().anyMatch(wish -> wish.matcher(plain).matches())) {
            return Keyword.STOP;
        }
        if (START.contains(only)) {
            return Keyword.START;
        }
        return HELP.contains(only) ? Keyword.HELP : Keyword.OTHER;
    }

    private static boolean isSlip(String word) {
        return !NO_SLIPS.contains(word) && SLIPPED.stream().anyMatch(keyword -> isOneSlipFrom(keyword, word));
    }

    /** One letter too many, missing, wrong, or two in the other order. */
    private static boolean isOneSlipFrom(String keyword, String word) {
        int longer = Math.max(keyword.length(), word.length());
        int shorter = Math.min(keyword.length(), word.length());
        if (longer - shorter > 1 || shorter < 3) {
            return false;
        }
        int same = 0;
        while (same < shorter && keyword.charAt(same) == word.charAt(same)) {
            same++;
        }
        String left = keyword.substring(same);
        String right = word.substring(same);
        return left.isEmpty()
                || right.isEmpty()
                || left.substring(1).equals(right)
                || right.substring(1).equals(left)
                || left.substring(1).equals(right.substring(1))
                || isSwapped(left, right);
    }

    private static boolean isSwapped(String left, String right) {
        return left.length() >= 2
                && right.length() >= 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
    }

    private static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
