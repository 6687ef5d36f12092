package org.rapport.matching.guides.domain;

import java.util.List;
import java.util.Optional;
import org.rapport.matching.roster.domain.Vocabulary;

/** All guides in memory, in the order in which they are listed. */
public final class Guides {
    private final List<Guide> guides;
    private final Vocabulary vocabulary;

    public Guides(List<Guide> guides, Vocabulary vocabulary) {
        this.guides = List.copyOf(guides);
        this.vocabulary = vocabulary;
        for (Guide guide : this.guides) {
            if (vocabulary.terms(guide.kind().words()).stream()
                    .noneMatch(term -> term.code().equals(guide.id()))) {
                throw new IllegalArgumentException(guide.id() + " is no " + guide.kind() + " of the roster");
            }
            if (this.guides.stream()
                            .filter(other -> isOf(other, guide.kind(), guide.id()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException(guide.id() + " has two guides");
            }
        }
    }

    public List<Guide> of(GuideKind kind) {
        return guides.stream().filter(guide -> guide.kind() == kind).toList();
    }

    public Optional<Guide> find(GuideKind kind, String id) {
        return guides.stream().filter(guide -> isOf(guide, kind, id)).findFirst();
    }

    /** What stands close to it and has a guide too. */
    public List<Guide> near(Guide guide) {
        return of(guide.kind()).stream()
                .filter(other -> vocabulary.areNeighbours(guide.kind().words(), guide.id(), other.id()))
                .toList();
    }

    private static boolean isOf(Guide guide, GuideKind kind, String id) {
        return guide.kind() == kind && guide.id().equals(id);
    }
}
