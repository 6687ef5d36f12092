package org.rapport.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

final class StaffAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Staff staff;

    StaffAuthentication(Staff staff) {
        super(authorities(staff));
        this.staff = staff;
        super.setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Staff staff) {
        return List.copyOf(staff.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
    }

    @Override
    public Staff getPrincipal() {
        return staff;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /** The id, never the name: this ends up in logs. */
    @Override
    public String getName() {
        return staff.id().toString();
    }
}
