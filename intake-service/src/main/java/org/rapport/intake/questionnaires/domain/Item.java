package org.rapport.intake.questionnaires.domain;

import java.util.List;

/** What stands in a questionnaire, in the order it is read. */
public sealed interface Item {
    Head head();

    /** What stands inside it. */
    List<Item> items();

    default String linkId() {
        return head().linkId();
    }

    /** Words to read. */
    record Display(Head head) implements Item {
        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /** @param page whether it begins a page of its own */
    record Group(Head head, Occurrence occurrence, boolean page, List<Item> items) implements Item {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** A question with what follows from it; items inside it are asked once it has an answer. */
    record Asked(Question question, List<Item> items) implements Item {
        public Asked {
            items = List.copyOf(items);
        }

        @Override
        public Head head() {
            return question.head();
        }
    }
}
