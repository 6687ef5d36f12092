package org.rapport.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods the signed-in person; on open paths a parameter that may be null is null for anybody else. */
final class StaffArgument implements HandlerMethodArgumentResolver {
    static @Nullable Staff current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof StaffAuthentication staff ? staff.getPrincipal() : null;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Staff.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Staff staff = current();
        if (staff == null && !parameter.isOptional()) {
            throw new RefusedRequest(HttpStatus.UNAUTHORIZED, "sign-in-required");
        }
        return staff;
    }
}
