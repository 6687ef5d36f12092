package org.rapport.intake.responses.domain;

import java.util.Set;

/** Which required questions must have their answer when a page is saved. */
public sealed interface Called {
    boolean calls(String key);

    /** The page is left for later. */
    record Nothing() implements Called {
        @Override
        public boolean calls(String key) {
            return false;
        }
    }

    /** All that the answers now given ask for. */
    record Everything() implements Called {
        @Override
        public boolean calls(String key) {
            return true;
        }
    }

    /** Only what the person has seen; what their answers have brought up is asked next. */
    record Seen(Set<String> keys) implements Called {
        public Seen {
            keys = Set.copyOf(keys);
        }

        @Override
        public boolean calls(String key) {
            return keys.contains(key);
        }
    }
}
