package org.rapport.booking.calls.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of the wish to hold several times at once. In every case but the first nothing is held. */
public sealed interface BundleHold {

    record Held(Bundle bundle) implements BundleHold {}

    /**
     * @param number of the wish that somebody else has, beginning with 0
     * @param alternatives the nearest times of that therapist, in order
     */
    record Taken(int number, List<Opening> alternatives) implements BundleHold {

        public Taken {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** @param number of the wish that is not offered, beginning with 0 */
    record NotOffered(int number, NotOpen reason) implements BundleHold {}

    /** @param number of the wish at fault, beginning with 0 */
    record Refused(int number, Fault fault) implements BundleHold {}

    enum Fault {
        TOO_FEW,
        TOO_MANY,
        SAME_THERAPIST,
        /** The person would be in two calls at once. */
        SAME_TIME;

        /** Of so many therapists. */
        public static Optional<Fault> ofNumber(int therapists) {
            if (therapists < Bundle.LEAST) {
                return Optional.of(TOO_FEW);
            }
            return therapists > Bundle.MOST ? Optional.of(TOO_MANY) : Optional.empty();
        }

        /** Of a call beside another one. */
        public static Optional<Fault> beside(Call one, Call other) {
            if (one.hostId().equals(other.hostId())) {
                return Optional.of(SAME_THERAPIST);
            }
            return Quantum.overlap(one.time(), other.time()) ? Optional.of(SAME_TIME) : Optional.empty();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
