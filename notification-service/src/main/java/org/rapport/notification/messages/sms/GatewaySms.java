package org.rapport.notification.messages.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.notification.messages.application.Carrier;

/**
 * Text messages by a gateway that speaks as Twilio's does: a form of To, From and Body, posted to the Messages resource of an
 * account. A repetition carries the same {@code Idempotency-Key}. Account and token may stand in the address.
 */
public final class GatewaySms implements Carrier {
    private static final String NO_ACCOUNT = "rapport";

    private final HttpClient http;
    private final SmsSettings settings;
    private final URI address;

    public GatewaySms(SmsSettings settings) {
        this.settings = settings;
        this.address = messagesOf(settings.url());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connect())
                .build();
    }

    /** @param url of the gateway, for example {@code https://account:token@sms.example} */
    public record SmsSettings(URI url, String from, Duration connect, Duration answer) {
        @Override
        public String toString() {
            return "SmsSettings";
        }
    }

    @Override
    public Composed compose(Parcel parcel) {
        HttpRequest request = request(parcel);
        return () -> post(request);
    }

    private Handover post(HttpRequest request) {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return switch (status / 100) {
                case 2 -> Handover.TAKEN;
                // What is wrong with this one message; anything else is wrong between us and the gateway.
                case 4 -> status == 400 || status == 422 ? Handover.REFUSED : Handover.UNREACHABLE;
                default -> Handover.UNREACHABLE;
            };
        } catch (ConnectException | HttpConnectTimeoutException _) {
            return Handover.UNREACHABLE;
        } catch (IOException _) {
            return Handover.IN_DOUBT;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Handover.IN_DOUBT;
        }
    }

    private HttpRequest request(Parcel parcel) {
        Map<String, String> form = Map.of(
                "To",
                parcel.address(),
                "From",
                settings.from(),
                "Body",
                parcel.letter().text());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.answer())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", key(parcel).toString())
                .POST(BodyPublishers.ofString(body));
        String account = settings.url().getUserInfo();
        if (account != null) {
            String credentials = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return request.build();
    }

    /** Always the same for one line of the ledger, and says nothing about it. */
    private static UUID key(Parcel parcel) {
        return UUID.nameUUIDFromBytes(parcel.id().value().getBytes(StandardCharsets.UTF_8));
    }

    private static URI messagesOf(URI url) {
        if (url.getHost() == null || (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("SMS_URL must be an http or https address of the SMS gateway");
        }
        String account =
                url.getRawUserInfo() == null ? NO_ACCOUNT : url.getRawUserInfo().split(":", 2)[0];
        String base = url.toString().replaceFirst("//[^@/]*@", "//").replaceFirst("/+$", "");
        return URI.create(base + "/2010-04-01/Accounts/" + account + "/Messages.json");
    }
}
