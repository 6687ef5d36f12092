package org.rapport.notification.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;

/** Which words: of a kind of message, by a channel, in a language. */
record WordKey(MessageKind kind, Channel channel, Language language) {

    /** The file of the words that ship, and the id of a practice's own. */
    public String name() {
        String kebab = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kebab + "." + channel.name().toLowerCase(Locale.ROOT) + "." + language.code();
    }

    static List<WordKey> all() {
        return Stream.of(MessageKind.values())
                .flatMap(kind -> kind.channels().stream()
                        .flatMap(channel -> Language.of(kind.audience()).stream()
                                .map(language -> new WordKey(kind, channel, language))))
                .toList();
    }
}
