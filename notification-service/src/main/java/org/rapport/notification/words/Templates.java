package org.rapport.notification.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The plain text files {@code templates/notification/<kind>.<channel>.<language>.txt}; all of them are checked on start. */
final class Templates {
    private static final String FOLDER = "templates/notification/";
    private static final String INVITE = "invite";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix(FOLDER);
        files.setSuffix(".txt");
        files.setTemplateMode(TemplateMode.TEXT);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("message templates: " + String.join("; ", faults));
        }
    }

    String message(MessageKind kind, Channel channel, Language language, Map<String, Object> values) {
        return render(name(kind, channel, language), language, values);
    }

    String invite(Language language, Map<String, Object> values) {
        return render(inviteName(language), language, values).strip();
    }

    private String render(String name, Language language, Map<String, Object> values) {
        return engine.process(name, new Context(language.locale(), values));
    }

    private static List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            for (Channel channel : kind.channels()) {
                for (Language language : Language.of(kind.audience())) {
                    faults.addAll(faults(name(kind, channel, language), channel, Variables.of(kind)));
                }
            }
        }
        for (Language language : Language.values()) {
            faults.addAll(faults(inviteName(language), Channel.SMS, Set.of(Variables.OFFICE)));
        }
        return faults;
    }

    static List<String> faults(String name, Channel channel, Set<String> variables) {
        String path = FOLDER + name + ".txt";
        List<String> faults = new ArrayList<>();
        try (InputStream file = Templates.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                return List.of(path + " is missing");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (channel == Channel.EMAIL != text.startsWith(ThymeleafLetters.SUBJECT)) {
                faults.add(path + " must " + (channel == Channel.EMAIL ? "" : "not ") + "begin with a subject");
            }
            EXPRESSION
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(variable -> !variables.contains(variable))
                    .forEach(variable -> faults.add(path + " uses ${" + variable + "}, which it is not given"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static String name(MessageKind kind, Channel channel, Language language) {
        String kebab = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kebab + "." + channel.name().toLowerCase(Locale.ROOT) + "." + language.code();
    }

    private static String inviteName(Language language) {
        return INVITE + "." + language.code();
    }
}
