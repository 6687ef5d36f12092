package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Condition.Clause;

/** Every item of a questionnaire with where it stands. */
final class Outline {
    /** @param depth how many repeating groups the item stands in */
    record Node(Item item, @Nullable Node parent, int depth) {
        /** The repeating groups it stands in, outermost first. */
        private List<Item.Group> repeating() {
            List<Item.Group> groups = parent == null ? new ArrayList<>() : parent.repeating();
            if (parent != null
                    && parent.item instanceof Item.Group group
                    && group.occurrence().repeats()) {
                groups.add(group);
            }
            return groups;
        }

        /** Whether a form can have the item in these instances. */
        boolean isIn(List<Integer> instances) {
            List<Item.Group> groups = repeating();
            if (groups.size() != instances.size()) {
                return false;
            }
            for (int i = 0; i < groups.size(); i++) {
                if (instances.get(i) > groups.get(i).occurrence().most()) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Outline(List<Item> items) {
        items.forEach(item -> add(item, null, 0));
    }

    private void add(Item item, @Nullable Node parent, int depth) {
        Node node = new Node(item, parent, depth);
        nodes.putIfAbsent(item.linkId(), node);
        int inside = item instanceof Item.Group group && group.occurrence().repeats() ? depth + 1 : depth;
        item.items().forEach(child -> add(child, node, inside));
    }

    @Nullable
    Node find(String linkId) {
        return nodes.get(linkId);
    }

    List<Question> questions() {
        return nodes.values().stream()
                .filter(node -> node.item instanceof Item.Asked)
                .map(node -> ((Item.Asked) node.item).question())
                .toList();
    }

    /** The questions outside repeating groups. */
    List<Question> questionsAskedOnce() {
        return nodes.values().stream()
                .filter(node -> node.depth == 0 && node.item instanceof Item.Asked)
                .map(node -> ((Item.Asked) node.item).question())
                .toList();
    }

    /** Whether neither the item nor anything it stands in has a condition. */
    boolean isAskedOfEverybody(String linkId) {
        Node node = nodes.get(linkId);
        while (node != null && node.item.head().condition().clauses().isEmpty()) {
            node = node.parent;
            if (node != null && node.item instanceof Item.Asked) {
                return false;
            }
        }
        return node == null;
    }

    /** Conditions that could not be judged: about no question, about themselves, or about another group's instances. */
    List<DefinitionFault> faults() {
        List<DefinitionFault> faults = new ArrayList<>();
        for (Node node : nodes.values()) {
            for (Clause clause : node.item.head().condition().clauses()) {
                Node asked = nodes.get(clause.question());
                if (asked == null || !(asked.item instanceof Item.Asked)) {
                    faults.add(new DefinitionFault(
                            node.item.linkId(), "has a condition on " + clause.question() + ", which is no question"));
                } else if (!startsWith(node.repeating(), asked.repeating())) {
                    faults.add(new DefinitionFault(
                            node.item.linkId(),
                            "has a condition on " + clause.question() + ", which may be answered in several places"));
                }
            }
        }
        Map<String, Boolean> known = new HashMap<>();
        for (Node node : nodes.values()) {
            if (circles(node, new HashSet<>(), known)) {
                faults.add(new DefinitionFault(node.item.linkId(), "is asked depending on itself"));
            }
        }
        return faults;
    }

    /** The most items each of which is asked depending on the next. */
    int longestChain() {
        Map<String, Integer> known = new HashMap<>();
        return nodes.values().stream()
                .mapToInt(node -> chain(node, known))
                .max()
                .orElse(0);
    }

    private int chain(Node node, Map<String, Integer> known) {
        Integer found = known.get(node.item.linkId());
        if (found != null) {
            return found;
        }
        int longest = node.parent == null ? 0 : chain(node.parent, known);
        for (Clause clause : node.item.head().condition().clauses()) {
            Node asked = nodes.get(clause.question());
            longest = asked == null ? longest : Math.max(longest, chain(asked, known));
        }
        known.put(node.item.linkId(), longest + 1);
        return longest + 1;
    }

    private static boolean startsWith(List<Item.Group> groups, List<Item.Group> outer) {
        return outer.size() <= groups.size() && groups.subList(0, outer.size()).equals(outer);
    }

    /** @param known what has been found out, so that each item is walked once however many ways lead to it */
    private boolean circles(Node node, Set<String> above, Map<String, Boolean> known) {
        String linkId = node.item.linkId();
        Boolean found = known.get(linkId);
        if (found != null) {
            return found;
        }
        if (!above.add(linkId)) {
            return true;
        }
        boolean circle = node.parent != null && circles(node.parent, above, known);
        for (Clause clause : node.item.head().condition().clauses()) {
            Node asked = nodes.get(clause.question());
            circle |= asked != null && circles(asked, above, known);
        }
        above.remove(linkId);
        known.put(linkId, circle);
        return circle;
    }
}
