package org.rapport.booking.calendars.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rapport.booking.calendars.application.ReadFeedHandler;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.web.RefusedRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The feed of a host's calls, for whoever has its address. */
@RestController
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ReadFeedHandler readFeed;

    FeedController(ReadFeedHandler readFeed) {
        this.readFeed = readFeed;
    }

    /** Kept by nobody on the way, and asked for anew each time: an address that was renewed is over at once. */
    @GetMapping("/calendars/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        byte[] file = FeedToken.parse(token)
                .flatMap(readFeed::handle)
                .orElseThrow(RefusedRequest::notFound)
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(digest(file))
                .body(file);
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
