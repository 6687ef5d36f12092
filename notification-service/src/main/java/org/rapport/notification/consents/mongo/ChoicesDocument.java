package org.rapport.notification.consents.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.notification.consents.domain.Choices;
import org.rapport.notification.consents.domain.Choices.Choice;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Purpose;

/** What a person chose as it lies in the store; public for the record codec. */
public record ChoicesDocument(UUID inquiryId, ChoiceDocument now, List<ChoiceDocument> earlier) {

    /** @param channels by the name of the purpose */
    public record ChoiceDocument(Map<String, List<String>> channels, String language, String zone, Instant at) {
        static ChoiceDocument of(Choice choice) {
            Map<String, List<String>> channels = new TreeMap<>();
            choice.channels()
                    .forEach((purpose, chosen) -> channels.put(
                            purpose.name(),
                            chosen.stream().map(Channel::name).sorted().toList()));
            return new ChoiceDocument(
                    channels, choice.language().toLanguageTag(), choice.zone().getId(), choice.at());
        }

        Choice toChoice() {
            Map<Purpose, Set<Channel>> chosen = new EnumMap<>(Purpose.class);
            channels.forEach((purpose, names) -> chosen.put(
                    Purpose.valueOf(purpose),
                    names.stream().map(Channel::valueOf).collect(Collectors.toSet())));
            return new Choice(chosen, Locale.forLanguageTag(language), ZoneId.of(zone), at);
        }
    }

    static ChoicesDocument of(Choices choices) {
        return new ChoicesDocument(
                choices.inquiryId(),
                ChoiceDocument.of(choices.now()),
                choices.earlier().stream().map(ChoiceDocument::of).toList());
    }

    Choices toChoices(long version) {
        return new Choices(
                inquiryId,
                version,
                now.toChoice(),
                earlier.stream().map(ChoiceDocument::toChoice).toList());
    }
}
