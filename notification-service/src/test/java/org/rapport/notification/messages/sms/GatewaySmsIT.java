package org.rapport.notification.messages.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.application.Carrier.Parcel;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.domain.MessageId;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class GatewaySmsIT {
    private static final Parcel PARCEL = new Parcel(
            new MessageId(UUID.randomUUID() + "|0|CALL_CONFIRMATION|SMS|" + UUID.randomUUID()),
            "+13125550199",
            new Letter("", "Lakeside Office: está & más", null));

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int status = 201;
    private final HttpServer gateway;

    GatewaySmsIT() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        gateway.createContext("/sms/2010-04-01/Accounts/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            paths.add(exchange.getRequestURI().getPath());
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (status == 0) {
                over.await();
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private GatewaySms sms(String userInfo) {
        return new GatewaySms(new GatewaySms.SmsSettings(
                URI.create("http://" + userInfo + "127.0.0.1:"
                        + gateway.getAddress().getPort() + "/sms"),
                "+13125550142",
                Duration.ofSeconds(5),
                Duration.ofSeconds(2)));
    }

    @Test
    void a_text_is_a_form_with_one_key_for_all_its_repetitions() {
        assertThat(sms("AC1:token@").compose(PARCEL).hand()).isEqualTo(Handover.TAKEN);
        assertThat(sms("").compose(PARCEL).hand()).isEqualTo(Handover.TAKEN);
        assertThat(bodies.getFirst().split("&(?=[A-Z])"))
                .containsExactlyInAnyOrder("To=+13125550199", "From=+13125550142", "Body=Lakeside Office: está & más");
        assertThat(paths)
                .containsExactly(
                        "/sms/2010-04-01/Accounts/AC1/Messages.json", "/sms/2010-04-01/Accounts/rapport/Messages.json");
        assertThat(keys.get(0)).isEqualTo(keys.get(2)).hasSize(36);
        assertThat(keys.get(1)).isEqualTo("Basic QUMxOnRva2Vu");
        assertThat(keys.get(3)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "400, REFUSED",
        "422, REFUSED",
        "401, UNREACHABLE",
        "404, UNREACHABLE",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE",
        "302, UNREACHABLE",
        "0, IN_DOUBT"
    })
    void what_the_gateway_answered_decides_what_is_known(int answer, Handover known) {
        status = answer;
        assertThat(sms("").compose(PARCEL).hand()).isEqualTo(known);
    }

    @Test
    void a_dead_gateway_has_taken_nothing() {
        GatewaySms sms = sms("");
        gateway.stop(0);
        assertThat(sms.compose(PARCEL).hand()).isEqualTo(Handover.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://sms.example", "sms.example", "https:///Messages"})
    void a_wrong_address_is_told_on_start(String address) {
        assertThatThrownBy(() -> new GatewaySms(new GatewaySms.SmsSettings(
                        URI.create(address), "+13125550142", Duration.ofSeconds(1), Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SMS_URL");
    }
}
