package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a question is answered: its linkId and, inside repeating groups, the number of each group's instance, outermost
 * first. Written {@code linkId} or {@code linkId~1.2}; that is the key of its answers.
 */
public record Place(String linkId, List<Integer> instances) {
    private static final Pattern WRITTEN = Pattern.compile("(.+)~([1-9][0-9]?(?:\\.[1-9][0-9]?){0,3})");

    public Place {
        instances = List.copyOf(instances);
    }

    public static Place of(String linkId) {
        return new Place(linkId, List.of());
    }

    /** Whether a linkId could be taken for a place, and so must not be used. */
    public static boolean isAmbiguous(String linkId) {
        return WRITTEN.matcher(linkId).matches();
    }

    public static Place parse(String key) {
        var matcher = WRITTEN.matcher(key);
        if (!matcher.matches()) {
            return of(key);
        }
        return new Place(
                matcher.group(1),
                Pattern.compile("\\.")
                        .splitAsStream(matcher.group(2))
                        .map(Integer::valueOf)
                        .toList());
    }

    public String key() {
        return instances.isEmpty()
                ? linkId
                : linkId + "~" + instances.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /** The number of the instance at the given depth, when this place lies in the given instances of the groups above. */
    Optional<Integer> instanceWithin(List<Integer> outer) {
        boolean within = instances.size() > outer.size()
                && instances.subList(0, outer.size()).equals(outer);
        return within ? Optional.of(instances.get(outer.size())) : Optional.empty();
    }
}
