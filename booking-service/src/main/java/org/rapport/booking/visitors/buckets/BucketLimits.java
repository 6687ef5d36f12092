package org.rapport.booking.visitors.buckets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Limits;
import org.rapport.booking.visitors.domain.Rate;
import org.rapport.booking.visitors.domain.Taking;

/**
 * Token buckets in the memory of this instance, at most so many; the ones used least are forgotten first, and whoever was
 * quiet for as long as the longest limit has full buckets anyway. Several instances count each for itself.
 */
public final class BucketLimits implements Limits {

    private final Map<Limited, List<Rate>> rates;
    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    public BucketLimits(Map<Limited, List<Rate>> rates, long mostRemembered, Clock clock) {
        this.rates = new EnumMap<>(rates);
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(mostRemembered)
                .expireAfterAccess(longest(rates))
                .ticker(time::currentTimeNanos)
                .build();
    }

    @Override
    public Taking take(Limited what, String who, int times) {
        ConsumptionProbe probe =
                buckets.get(new Key(what, who), key -> full(key.what())).tryConsumeAndReturnRemaining(times);
        return probe.isConsumed()
                ? new Taking.Granted()
                : new Taking.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many counts are kept now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(Limited what) {
        var bucket = Bucket.builder().withCustomTimePrecision(time);
        for (Rate rate : rates.getOrDefault(what, List.of())) {
            bucket.addLimit(Bandwidth.builder()
                    .capacity(rate.times())
                    .refillGreedy(rate.times(), rate.within())
                    .build());
        }
        return bucket.build();
    }

    private static Duration longest(Map<Limited, List<Rate>> rates) {
        return rates.values().stream()
                .flatMap(List::stream)
                .map(Rate::within)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ofDays(1));
    }

    private record Key(Limited what, String who) {}

    /** The practice's clock, which tests and the local run move. */
    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
