package org.rapport.web;

import java.util.List;

/** Exceptions that mean "the store cannot be reached just now"; a service's bean of this type makes them answer 503 instead of 500. */
public record StoreFaults(List<Class<? extends Throwable>> types) {
    public StoreFaults {
        types = List.copyOf(types);
    }

    boolean include(Throwable fault) {
        return types.stream().anyMatch(type -> type.isInstance(fault));
    }
}
