package org.rapport.notification.messages.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps what was handed to it, and answers as told. */
public final class InMemoryCarrier implements Carrier {
    private final List<Parcel> taken = new ArrayList<>();
    private volatile Function<Parcel, Handover> answer = _ -> Handover.TAKEN;

    public void answering(Function<Parcel, Handover> given) {
        answer = given;
    }

    @Override
    public Composed compose(Parcel parcel) {
        return () -> hand(parcel);
    }

    private synchronized Handover hand(Parcel parcel) {
        Handover handover = answer.apply(parcel);
        if (handover == Handover.TAKEN || handover == Handover.IN_DOUBT) {
            taken.add(parcel);
        }
        return handover;
    }

    public synchronized List<Parcel> taken() {
        return List.copyOf(taken);
    }
}
