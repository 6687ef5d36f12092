package org.rapport.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads what kind of fault an exception is. Nothing that was sent finds its way into the result. */
final class FaultReading {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed-request",
            401, "sign-in-required",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    private final MessageSource messages;
    private final List<StoreFaults> storeFaults;

    FaultReading(MessageSource messages, List<StoreFaults> storeFaults) {
        this.messages = messages;
        this.storeFaults = storeFaults;
    }

    Fault read(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return Fault.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            }
            if (cause instanceof InvalidParameterException unreadable) {
                HttpStatusCode status = HttpStatusCode.valueOf(unreadable.getErrorCode());
                return Fault.of(status, codeOf(status));
            }
            if (cause instanceof ServiceUnavailable || isStoreFault(cause)) {
                HttpHeaders headers = new HttpHeaders();
                headers.set(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
                return Fault.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").with(headers);
            }
        }
        return switch (thrown) {
            case RefusedRequest refused -> Fault.of(refused.status(), refused.code());
            case MethodArgumentNotValidException invalid -> invalid(fields(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> invalid(parameters(invalid));
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                Fault.of(response.getStatusCode(), codeOf(response.getStatusCode()))
                        .with(response.getHeaders());
            default -> unexpected();
        };
    }

    static Fault unexpected() {
        return new Fault(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", List.of(), new HttpHeaders(), Problems.newId());
    }

    static String codeOf(HttpStatusCode status) {
        return CODES.getOrDefault(status.value(), status.is4xxClientError() ? "malformed-request" : "unexpected");
    }

    private boolean isStoreFault(Throwable cause) {
        return storeFaults.stream().anyMatch(faults -> faults.include(cause));
    }

    private static Fault invalid(List<FieldProblem> errors) {
        return Fault.invalid(HttpStatus.BAD_REQUEST, "invalid", errors);
    }

    private static Fault mismatch(MethodArgumentTypeMismatchException mismatch) {
        // A path that does not even hold an id names nothing.
        boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return inPath
                ? Fault.of(HttpStatus.NOT_FOUND, "not-found")
                : Fault.of(HttpStatus.BAD_REQUEST, "malformed-request");
    }

    private Fault unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException) {
            return Fault.of(HttpStatus.BAD_REQUEST, "unknown-field");
        }
        // Wrong values have a path worth naming; broken syntax and passed limits do not.
        if (cause instanceof DatabindException || cause instanceof InputCoercionException) {
            JacksonException jackson = (JacksonException) cause;
            String path = path(jackson.getPath());
            if (!path.isEmpty()) {
                return invalid(List.of(new FieldProblem(path, text("web.unreadable-value"))));
            }
        }
        return Fault.of(HttpStatus.BAD_REQUEST, "malformed-request");
    }

    /** Only names of our own records: the keys of a map are the sender's. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (reference.from() instanceof Map
                    || (reference.from() instanceof Class<?> c && Map.class.isAssignableFrom(c))) {
                break;
            }
            if (name != null) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            } else if (reference.getIndex() >= 0) {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private List<FieldProblem> fields(BindingResult result) {
        List<FieldProblem> problems = new ArrayList<>();
        for (FieldError error : result.getFieldErrors()) {
            // The default text of a failed conversion quotes the value.
            problems.add(new FieldProblem(
                    error.getField(), error.isBindingFailure() ? text("web.unreadable-value") : text(error)));
        }
        result.getGlobalErrors().forEach(error -> problems.add(new FieldProblem("", text(error))));
        return problems;
    }

    private List<FieldProblem> parameters(HandlerMethodValidationException invalid) {
        List<FieldProblem> problems = new ArrayList<>();
        invalid.getBeanResults()
                .forEach(bean -> bean.getFieldErrors()
                        .forEach(error -> problems.add(new FieldProblem(error.getField(), text(error)))));
        invalid.getValueResults().forEach(value -> {
            String name = value.getMethodParameter().getParameterName();
            value.getResolvableErrors()
                    .forEach(error -> problems.add(new FieldProblem(name == null ? "" : name, text(error))));
        });
        return problems;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private String text(MessageSourceResolvable error) {
        return messages.getMessage(error, LocaleContextHolder.getLocale());
    }
}
