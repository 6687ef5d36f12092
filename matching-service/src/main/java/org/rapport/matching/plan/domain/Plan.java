package org.rapport.matching.plan.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Fit;

/** A proposal, longest waiting first. */
public record Plan(List<Line> lines) {
    /**
     * @param planned whom the plan gives the person; absent if nobody
     * @param firstCome whom first come first served gives them; absent if nobody
     */
    public record Line(
            Waiting person, @Nullable Fit planned, @Nullable Fit firstCome) {
        /** Points that the plan gives the person more. */
        public int difference() {
            return points(planned) - points(firstCome);
        }

        private static int points(@Nullable Fit fit) {
            return fit == null ? 0 : fit.points();
        }
    }

    /**
     * @param placed how many have a therapist
     * @param points of all of them together
     */
    public record Total(int placed, int points) {}

    public Plan {
        lines = List.copyOf(lines);
    }

    public Total planned() {
        return total(Line::planned);
    }

    public Total firstCome() {
        return total(Line::firstCome);
    }

    /** How many have fewer points by the plan than first come first served would give them. */
    public long worseOff() {
        return lines.stream().filter(line -> line.difference() < 0).count();
    }

    private Total total(Function<Line, @Nullable Fit> of) {
        List<Fit> fits = lines.stream().map(of).filter(Objects::nonNull).toList();
        return new Total(fits.size(), fits.stream().mapToInt(Fit::points).sum());
    }
}
