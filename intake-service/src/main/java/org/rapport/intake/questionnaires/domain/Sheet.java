package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Outline.Node;

/**
 * A questionnaire beside answers: what is asked of somebody who has answered so, with one entry for each instance of a
 * repeating group.
 *
 * <p>An item is asked when what it stands in is asked and its condition holds. A question that is not asked has no answer,
 * whatever was given; a fixed one has its initial values.
 */
public final class Sheet {
    /**
     * One item that is asked.
     *
     * @param key of its answers
     * @param needed whether an answer may be called for: false in an instance of a group that nobody has begun
     */
    public record Entry(Item item, String key, Place place, boolean needed) {
        /** Whether this stands in the given instance of a group. */
        public boolean isIn(Entry group) {
            List<Integer> outer = group.place.instances();
            return (equals(group) || linkIdsIn(group.item).contains(item.linkId()))
                    && place.instances().size() >= outer.size()
                    && place.instances().subList(0, outer.size()).equals(outer);
        }
    }

    private final Outline outline;
    private final Answers given;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();
    private final Set<String> opened;

    Sheet(Outline outline, Answers given, Set<String> opened) {
        this.outline = outline;
        this.given = given;
        this.opened = opened;
        given.byQuestion().keySet().forEach(key -> {
            Place place = Place.parse(key);
            places.computeIfAbsent(place.linkId(), _ -> new ArrayList<>()).add(place);
        });
    }

    /** What is asked among the given items and inside them, in the order it is read; hidden items too. */
    public List<Entry> entries(List<Item> items) {
        List<Entry> entries = new ArrayList<>();
        items.forEach(item -> add(item, List.of(), true, entries));
        return entries;
    }

    /** Whether a key can be one of an answer: of a question, in as many instances as it stands in, none above the most. */
    public boolean isPlace(String key) {
        Place place = outline.find(key) == null ? Place.parse(key) : Place.of(key);
        Node node = outline.find(place.linkId());
        return node != null && node.isIn(place.instances());
    }

    /** What counts as the answer to a question. */
    public List<String> answers(Question question, Place place) {
        return question.initial().fixed() ? question.initial().values() : given.to(place.key());
    }

    private void add(Item item, List<Integer> instances, boolean needed, List<Entry> entries) {
        Place place = new Place(item.linkId(), instances);
        if (!isAsked(item, place)) {
            return;
        }
        if (item instanceof Item.Group group && group.occurrence().repeats()) {
            for (int instance : instances(group, instances)) {
                List<Integer> inside = new ArrayList<>(instances);
                inside.add(instance);
                boolean begun = isBegun(group, inside) || (group.occurrence().required() && instance == 1);
                entries.add(new Entry(
                        item, new Place(item.linkId(), inside).key(), new Place(item.linkId(), inside), begun));
                group.items().forEach(child -> add(child, inside, needed && begun, entries));
            }
        } else {
            entries.add(new Entry(item, place.key(), place, needed));
            item.items().forEach(child -> add(child, instances, needed, entries));
        }
    }

    /** The instances that hold an answer, and one to begin with. */
    private Collection<Integer> instances(Item.Group group, List<Integer> outer) {
        Set<Integer> instances = new TreeSet<>();
        linkIdsIn(group)
                .forEach(linkId -> places.getOrDefault(linkId, List.of())
                        .forEach(place -> place.instanceWithin(outer).ifPresent(instances::add)));
        instances.removeIf(instance -> instance > group.occurrence().most());
        if (instances.isEmpty()) {
            instances.add(1);
        }
        int last = instances.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (opened.contains(new Place(group.linkId(), outer).key())
                && last < group.occurrence().most()) {
            instances.add(last + 1);
        }
        return instances;
    }

    private boolean isBegun(Item.Group group, List<Integer> instance) {
        return linkIdsIn(group).stream()
                .flatMap(linkId -> places.getOrDefault(linkId, List.of()).stream())
                .anyMatch(place -> place.instances().size() >= instance.size()
                        && place.instances().subList(0, instance.size()).equals(instance));
    }

    private static List<String> linkIdsIn(Item item) {
        List<String> linkIds = new ArrayList<>();
        item.items().forEach(child -> {
            linkIds.add(child.linkId());
            linkIds.addAll(linkIdsIn(child));
        });
        return linkIds;
    }

    private boolean isAsked(Item item, Place place) {
        String key = place.key();
        Boolean known = asked.get(key);
        if (known == null) {
            Node node = outline.find(item.linkId());
            known = node != null && isParentAnswered(node.parent(), place) && condition(item, place);
            asked.put(key, known);
        }
        return known;
    }

    private boolean isParentAnswered(@Nullable Node parent, Place place) {
        if (parent == null) {
            return true;
        }
        Place above = at(parent, place);
        if (!isAsked(parent.item(), above)) {
            return false;
        }
        return !(parent.item() instanceof Item.Asked question)
                || !answers(question.question(), above).isEmpty();
    }

    private boolean condition(Item item, Place place) {
        return item.head().condition().holds(linkId -> {
            Node node = outline.find(linkId);
            if (node == null || !(node.item() instanceof Item.Asked question)) {
                return List.of();
            }
            Place there = at(node, place);
            return isAsked(node.item(), there) ? answers(question.question(), there) : List.of();
        });
    }

    /** The place of an item in the same instances of the groups both stand in. */
    private static Place at(Node node, Place place) {
        return new Place(node.item().linkId(), place.instances().subList(0, node.depth()));
    }
}
