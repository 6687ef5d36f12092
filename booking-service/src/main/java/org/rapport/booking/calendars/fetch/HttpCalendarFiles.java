package org.rapport.booking.calendars.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.application.CalendarFiles;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.calendars.domain.TrustedHosts;

/**
 * Fetches files by HTTP.
 *
 * <ol>
 *   <li>Only where the connection is encrypted, or the name is trusted; only addresses of the open internet; see {@link
 *       CheckedNames}.
 *   <li>Redirects are followed here, so many, each asked anew like the first address.
 *   <li>No proxy, cookie, credential or kept connection: nothing of one host's calendar meets another's.
 *   <li>All of it within one time, which ends the connection, and no more bytes than a calendar has, compressed by nobody.
 * </ol>
 */
public final class HttpCalendarFiles implements CalendarFiles, AutoCloseable {

    private static final int MOST_REDIRECTS = 3;

    /** What the server may answer with a new address. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What comes before the file is bounded too. */
    private static final Http1Config BOUNDED =
            Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

    private final TrustedHosts trusted;
    private final Limits limits;
    private final CloseableHttpClient http;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /** @param time for all of one file, redirects too */
    public record Limits(int bytes, Duration time) {}

    public HttpCalendarFiles(TrustedHosts trusted, Limits limits) {
        this(trusted, limits, InetAddress::getAllByName);
    }

    HttpCalendarFiles(TrustedHosts trusted, Limits limits, CheckedNames.Lookup lookup) {
        this.trusted = trusted;
        this.limits = limits;
        Timeout time = Timeout.of(limits.time());
        this.http = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(BOUNDED)
                                .build())
                        .setDnsResolver(new CheckedNames(trusted, lookup))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(time)
                                .setSocketTimeout(time)
                                .build())
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(16)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(time)
                        .setConnectionRequestTimeout(time)
                        .build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent("Rapport calendar reader")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public Answer fetch(CalendarAddress address, Optional<LastRead> known) {
        AtomicReference<@Nullable HttpGet> underWay = new AtomicReference<>();
        Future<Answer> answer = calls.submit(() -> follow(address.uri(), known, underWay));
        try {
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Answer.Failed(ReadFault.TIMEOUT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Failed(ReadFault.TIMEOUT);
        } catch (ExecutionException failure) {
            return new Answer.Failed(fault(failure.getCause()));
        } finally {
            answer.cancel(true);
            HttpGet last = underWay.get();
            if (last != null) {
                last.cancel();
            }
        }
    }

    private Answer follow(URI first, Optional<LastRead> known, AtomicReference<@Nullable HttpGet> underWay)
            throws IOException {
        URI next = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            if (!CalendarAddress.isAllowed(next, trusted)) {
                return new Answer.Failed(ReadFault.NOT_ENCRYPTED);
            }
            HttpGet get = new HttpGet(next);
            get.setHeader(HttpHeaders.ACCEPT, "text/calendar, */*;q=0.1");
            known.ifPresent(before -> askForChanges(get, before));
            underWay.set(get);
            URI asked = next;
            Step step = http.execute(get, response -> step(asked, known.isPresent(), response));
            switch (step) {
                case Step.Ended(Answer answer) -> {
                    return answer;
                }
                case Step.Elsewhere(URI location) -> next = location;
            }
        }
        return new Answer.Failed(ReadFault.TOO_MANY_REDIRECTS);
    }

    private static void askForChanges(HttpGet get, LastRead before) {
        if (before.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, before.etag());
        }
        if (before.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, before.lastModified());
        }
    }

    private Step step(URI asked, boolean isKnown, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 200) {
            return new Step.Ended(file(response));
        }
        if (status == 304 && isKnown) {
            return new Step.Ended(new Answer.Unchanged());
        }
        String location = header(response, HttpHeaders.LOCATION);
        if (REDIRECTS.contains(status) && location != null) {
            return new Step.Elsewhere(asked.resolve(location));
        }
        return new Step.Ended(new Answer.Failed(
                switch (status) {
                    case 401, 403 -> ReadFault.NOT_ALLOWED;
                    case 404, 410 -> ReadFault.NOT_FOUND;
                    default -> status >= 500 ? ReadFault.SERVER_FAULT : ReadFault.REFUSED;
                }));
    }

    private Answer file(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer.Failed(ReadFault.NOT_A_CALENDAR);
        }
        if (entity.getContentLength() > limits.bytes()) {
            return new Answer.Failed(ReadFault.TOO_LARGE);
        }
        try (InputStream body = entity.getContent()) {
            byte[] bytes = body.readNBytes(limits.bytes() + 1);
            return bytes.length > limits.bytes()
                    ? new Answer.Failed(ReadFault.TOO_LARGE)
                    : new Answer.File(
                            new String(bytes, StandardCharsets.UTF_8),
                            header(response, HttpHeaders.ETAG),
                            header(response, HttpHeaders.LAST_MODIFIED));
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static ReadFault fault(@Nullable Throwable failure) {
        return switch (failure) {
            case CheckedNames.PrivateAddress _ -> ReadFault.PRIVATE_ADDRESS;
            case SocketTimeoutException _ -> ReadFault.TIMEOUT;
            case null, default -> ReadFault.UNREACHABLE;
        };
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        http.close();
    }

    private sealed interface Step {

        record Ended(Answer answer) implements Step {}

        record Elsewhere(URI location) implements Step {}
    }
}
