package org.rapport.notification.words;

import java.util.Optional;

/** Which words hold; empty: those that ship. */
@FunctionalInterface
interface Words {
    Optional<String> own(WordKey key);
}
