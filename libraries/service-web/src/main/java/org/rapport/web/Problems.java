package org.rapport.web;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem details (RFC 9457) with our own type and code. They never repeat what was sent. */
public final class Problems {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Problems() {}

    public static ResponseEntity<ProblemDetail> of(HttpStatus status, String code, String detail) {
        return answer(detail(status, code, status.getReasonPhrase(), detail));
    }

    /** With further members, for example {@code alternatives}. */
    public static ResponseEntity<ProblemDetail> of(
            HttpStatus status, String code, String detail, Map<String, ?> members) {
        ProblemDetail problem = detail(status, code, status.getReasonPhrase(), detail);
        members.forEach(problem::setProperty);
        return answer(problem);
    }

    public static ResponseEntity<ProblemDetail> invalid(List<FieldProblem> errors) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        ProblemDetail problem = detail(status, "invalid", status.getReasonPhrase(), "Some fields are not right.");
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    static ProblemDetail detail(HttpStatusCode status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:rapport:problem:" + code));
        problem.setTitle(title);
        // Left empty, the framework would put the request's path here, which can hold somebody's token.
        problem.setInstance(URI.create("urn:rapport:occurrence:" + newId()));
        problem.setProperty("code", code);
        return problem;
    }

    static String newId() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
