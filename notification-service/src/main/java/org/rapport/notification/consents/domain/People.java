package org.rapport.notification.consents.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What people chose. */
public interface People {
    int MOST_ATTEMPTS = 20;

    Optional<Choices> find(UUID inquiryId);

    /** One conditional write on the version that was read. */
    Saving save(Choices choices);

    /**
     * Applies the rule to what a person chose as it stands, again while others write first.
     *
     * @param first what is stored if they have chosen nothing yet
     */
    default Choices decide(UUID inquiryId, Choices.Choice first, UnaryOperator<Choices> rule) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Choices> before = find(inquiryId);
            Choices after = before.map(rule).orElseGet(() -> Choices.first(inquiryId, first));
            if (before.filter(after::equals).isPresent() || save(after) == Saving.SAVED) {
                return after;
            }
        }
        throw new IllegalStateException("others keep writing the choices of " + inquiryId);
    }
}
