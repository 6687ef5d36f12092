package org.rapport.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** One failed request, ready to be told as a problem document or a page. */
record Fault(
        HttpStatusCode status,
        String code,
        List<FieldProblem> errors,
        HttpHeaders headers,
        @Nullable String id) {
    static Fault of(HttpStatusCode status, String code) {
        return new Fault(status, code, List.of(), new HttpHeaders(), null);
    }

    static Fault invalid(HttpStatusCode status, String code, List<FieldProblem> errors) {
        return new Fault(status, code, errors, new HttpHeaders(), null);
    }

    Fault with(HttpHeaders more) {
        return new Fault(status, code, errors, more, id);
    }
}
