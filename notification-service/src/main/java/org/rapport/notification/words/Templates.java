package org.rapport.notification.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.words.WordFault.Code;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The plain text files {@code templates/notification/<kind>.<channel>.<language>.txt}; all of them are checked on start. */
final class Templates {
    private static final String FOLDER = "templates/notification/";
    private static final String INVITE = "invite";
    private static final String FOOTER = "footer";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates() {
        StringTemplateResolver texts = new StringTemplateResolver();
        texts.setTemplateMode(TemplateMode.TEXT);
        engine.setTemplateResolver(texts);
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("message templates: " + String.join("; ", faults));
        }
    }

    /** The words that ship. */
    static String shipped(WordKey key) {
        return read(key.name()).orElseThrow();
    }

    String render(String text, Language language, Map<String, Object> values) {
        return engine.process(text, new Context(language.locale(), values));
    }

    String invite(Language language, Map<String, Object> values) {
        return render(inviteName(language), values, language).strip();
    }

    /** Stands under every mail to a client. */
    String footer(Language language, Map<String, Object> values) {
        return render(FOOTER + "." + language.code(), values, language).strip() + "\n";
    }

    private String render(String name, Map<String, Object> values, Language language) {
        return render(read(name).orElseThrow(), language, values);
    }

    private static List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (WordKey key : WordKey.all()) {
            faults.addAll(faults(key.name(), key.channel(), Variables.of(key.kind())));
        }
        for (Language language : Language.values()) {
            faults.addAll(faults(inviteName(language), Channel.SMS, Set.of(Variables.OFFICE)));
            faults.addAll(partFaults(FOOTER + "." + language.code(), Set.of(Variables.PREFERENCES)));
        }
        return faults;
    }

    static List<String> faults(String name, Channel channel, Set<String> variables) {
        return read(name)
                .map(text -> WordCheck.faults(text, channel, variables))
                .orElseGet(() -> List.of(new WordFault(Code.MISSING, "")))
                .stream()
                .map(fault -> FOLDER + name + ".txt: " + fault)
                .toList();
    }

    /** Of a part of a mail, which has no subject and may say how to end mails. */
    private static List<String> partFaults(String name, Set<String> variables) {
        return faults(name, Channel.EMAIL, variables).stream()
                .filter(fault -> !fault.endsWith(Code.NO_SUBJECT.name()))
                .toList();
    }

    private static Optional<String> read(String name) {
        try (InputStream file = Templates.class.getClassLoader().getResourceAsStream(FOLDER + name + ".txt")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inviteName(Language language) {
        return INVITE + "." + language.code();
    }
}
