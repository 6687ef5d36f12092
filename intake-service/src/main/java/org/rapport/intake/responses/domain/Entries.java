package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Page;

/**
 * What has been entered so far.
 *
 * @param language in which it was entered last
 * @param revision counts the saves of answers; a page shown at one revision does not overwrite what was saved on it later
 * @param pageRevisions for each page the revision that last saved it, 0 for never
 * @param scribes who of the staff entered which page, for those the person did not enter themselves
 */
public record Entries(
        Language language, Answers answers, int revision, List<Integer> pageRevisions, List<Scribe> scribes) {
    public Entries {
        pageRevisions = List.copyOf(pageRevisions);
        scribes = List.copyOf(scribes);
    }

    static Entries none(Language language, int pages) {
        return new Entries(language, Answers.none(), 0, Collections.nCopies(pages, 0), List.of());
    }

    /** @param by null for the person themselves */
    Entries saved(int page, Answers merged, Language spoken, @Nullable Scribe by) {
        List<Integer> revisions = new ArrayList<>(pageRevisions);
        revisions.set(page - 1, revision + 1);
        return new Entries(spoken, merged, revision + 1, revisions, scribed(page, by));
    }

    /** With an answer of a page that was not taken otherwise; an older view of the page may not overwrite it. */
    Entries kept(int page, Answers urgent) {
        List<Integer> revisions = new ArrayList<>(pageRevisions);
        revisions.set(page - 1, revision + 1);
        return new Entries(language, urgent, revision + 1, revisions, scribes);
    }

    /**
     * The pages saved after that revision of which a save of this page would change answers, or take them away. Whoever says again
     * what is there, and more, overwrites nothing.
     */
    List<Integer> newer(int page, List<Page> pages, Answers merged, int shownAt) {
        return pages.stream()
                .filter(each -> pageRevisions.get(each.number() - 1) > shownAt)
                .filter(each -> answers.byQuestion().entrySet().stream()
                        .anyMatch(saved -> each.owns(saved.getKey())
                                && (each.number() == page
                                        ? !merged.to(saved.getKey()).equals(saved.getValue())
                                        : !merged.has(saved.getKey()))))
                .map(Page::number)
                .toList();
    }

    Entries sentIn(@Nullable Scribe by) {
        return new Entries(language, answers, revision, pageRevisions, scribed(Scribe.SUBMISSION, by));
    }

    /** What was entered since does not count, and no older view of a page may bring it back. */
    Entries as(Answers signed) {
        List<Integer> revisions =
                pageRevisions.stream().map(page -> page == 0 ? 0 : revision + 1).toList();
        return new Entries(language, signed, revision + 1, revisions, scribes);
    }

    Entries forgotten() {
        return new Entries(language, Answers.none(), revision, pageRevisions, List.of());
    }

    private List<Scribe> scribed(int page, @Nullable Scribe by) {
        List<Scribe> others = new ArrayList<>(scribes);
        others.removeIf(earlier -> earlier.page() == page);
        if (by != null) {
            others.add(by);
        }
        return others;
    }
}
