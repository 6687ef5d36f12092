package org.rapport.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The check each service's tests make of its own bundles, {@code <baseName>.properties} (English) and {@code <baseName>_es.properties}. */
public final class MessageBundles {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private MessageBundles() {}

    /** Empty when all is well; else one line for each key that a language lacks or that would be shown wrongly. */
    public static List<String> missing(String... baseNames) {
        List<String> faults = new ArrayList<>();
        for (String baseName : baseNames) {
            Properties english = load(baseName + ".properties");
            Properties spanish = load(baseName + "_es.properties");
            TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(spanish.stringPropertyNames());
            for (String key : keys) {
                compare(baseName + ": " + key, english.getProperty(key, ""), spanish.getProperty(key, ""), faults);
            }
        }
        return faults;
    }

    private static void compare(String key, String english, String spanish, List<String> faults) {
        if (english.isBlank()) {
            faults.add(key + " is missing in English");
        } else if (spanish.isBlank()) {
            faults.add(key + " is missing in Spanish");
        } else if (!placeholders(english).equals(placeholders(spanish))) {
            faults.add(key + " has other placeholders in Spanish than in English");
        }
        for (String text : List.of(english, spanish)) {
            // MessageFormat swallows a single apostrophe and what follows it.
            if (PLACEHOLDER.matcher(text).find()
                    && SINGLE_APOSTROPHE.matcher(text).find()) {
                faults.add(key + " has placeholders and an apostrophe that is not doubled");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties load(String path) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
        return properties;
    }
}
