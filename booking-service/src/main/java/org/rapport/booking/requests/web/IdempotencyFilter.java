package org.rapport.booking.requests.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.rapport.booking.requests.application.KeepRequestHandler;
import org.rapport.booking.requests.domain.Beginning;
import org.rapport.booking.requests.domain.KeptAnswer;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} may be sent again for 24 hours: the same key, address, sender and body get the same
 * answer, anything else under the key is refused. What is no answer to the command (401, 403, 429, faults of ours) is not kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    /** Long enough that nobody guesses it, for it opens the answer. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~+/=-]{16,200}");

    private final KeepRequestHandler keepRequest;
    private final SignedLinks links;
    private final HandlerExceptionResolver refusals;

    IdempotencyFilter(KeepRequestHandler keepRequest, SignedLinks links, HandlerExceptionResolver refusals) {
        this.keepRequest = keepRequest;
        this.links = links;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            refuse(request, response, HttpStatus.BAD_REQUEST, "malformed-idempotency-key");
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        String id = hex(Digests.sha256(bytes("idempotency-key"), bytes(key)));
        switch (keepRequest.begin(id, fingerprint(request, body))) {
            case Beginning.Repeat(KeptAnswer answer) -> write(answer, key, response);
            case Beginning.Reused() ->
                refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            case Beginning.Perform(Instant begunAt) -> {
                request.setAttribute(
                        RequestSeed.ATTRIBUTE, new RequestSeed(links.sign("idempotency-key", id, begunAt)));
                perform(new Command(id, key, begunAt), new RepeatableRequest(request, body), response, chain);
            }
        }
    }

    private void perform(Command command, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        if (isAnswer(caught.getStatus())) {
            KeptAnswer own = new KeptAnswer(
                    caught.getStatus(),
                    Objects.requireNonNullElse(caught.getContentType(), MediaType.APPLICATION_JSON_VALUE),
                    SealedBody.seal(caught.getContentAsByteArray(), command.key()));
            KeptAnswer kept = keepRequest.end(command.id(), command.begunAt(), own);
            if (!kept.equals(own)) {
                write(kept, command.key(), response);
                return;
            }
        }
        caught.copyBodyToResponse();
    }

    private static boolean isAnswer(int status) {
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && status != HttpStatus.UNAUTHORIZED.value()
                && status != HttpStatus.FORBIDDEN.value()
                && status != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private static void write(KeptAnswer answer, String key, HttpServletResponse response) throws IOException {
        byte[] body = SealedBody.open(answer.sealed(), key);
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code) {
        refusals.resolveException(request, response, null, new RefusedRequest(status, code));
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        Principal sender = request.getUserPrincipal();
        return hex(Digests.sha256(
                bytes(request.getRequestURI()),
                bytes(Objects.toString(request.getQueryString(), "")),
                bytes(sender == null ? "" : sender.getName()),
                body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private record Command(String id, String key, Instant begunAt) {}
}
