package org.rapport.web;

import java.util.Set;
import java.util.UUID;

/** The signed-in person (or calling service). A controller method that takes a parameter of this type gets it. */
public record Staff(UUID id, String name, Set<StaffRole> roles) {
    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean has(StaffRole role) {
        return roles.contains(role);
    }
}
