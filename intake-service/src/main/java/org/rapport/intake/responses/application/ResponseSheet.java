package org.rapport.intake.responses.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Score;
import org.rapport.intake.questionnaires.domain.Screening;
import org.rapport.intake.questionnaires.domain.Sheet;
import org.rapport.intake.responses.domain.Criteria;
import org.rapport.intake.responses.domain.Entries;
import org.rapport.intake.responses.domain.MissingAnswer;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SignedRevision;

/** A response beside the very questions it answers. */
public record ResponseSheet(Response response, Packet packet) {

    /** What one page asked and was answered, in words. */
    public record Section(int page, String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** A question with what was chosen or written; several when several were chosen, none when it was left out. */
    public record Line(String question, List<String> answers) {
        public Line {
            answers = List.copyOf(answers);
        }
    }

    /** What was asked of this person, page by page; a page on which nothing was asked is left out. */
    public List<Section> sections(Language language) {
        return packet.pages().stream()
                .map(page -> section(page, language))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /** What was answered on these pages. */
    public List<Section> sections(List<Integer> pages, Language language) {
        return packet.pages().stream()
                .filter(page -> pages.contains(page.number()))
                .map(page -> section(page, language))
                .toList();
    }

    private Section section(Page page, Language language) {
        Sheet sheet = page.questionnaire().beside(response.answers());
        List<Line> lines = new ArrayList<>();
        for (Sheet.Entry entry : sheet.entries(page.items())) {
            if (entry.item() instanceof Item.Asked asked && !asked.head().hidden()) {
                Question question = asked.question();
                lines.add(new Line(
                        AnswerWords.question(entry, language),
                        AnswerWords.of(question, sheet.answers(question, entry.place()), language)));
            }
        }
        return new Section(page.number(), page.title().in(language), lines);
    }

    /** The pages with something to see for this person; others are passed over. */
    public List<Page> shownPages() {
        return packet.pages().stream()
                .filter(page -> page.isShown(response.answers()))
                .toList();
    }

    /** What a page shows: what was saved on it, or before that the answers it comes with. */
    public Answers shownOn(Page page) {
        boolean saved = response.pageRevisions().get(page.number() - 1) > 0;
        return saved ? response.answers() : page.withInitial(response.answers());
    }

    public List<Score> scores() {
        return packet.scores(response.answers());
    }

    public List<Screening.Found> levels() {
        return packet.levels(response.answers());
    }

    public List<MissingAnswer> missing() {
        return response.missing(packet);
    }

    public OptionalInt nextPage() {
        return response.nextPage(packet);
    }

    /** The same questions beside the answers of something that was signed. */
    public ResponseSheet of(SignedRevision revision) {
        Entries now = response.entries();
        Entries then = new Entries(
                revision.signature().language(),
                revision.answers(),
                now.revision(),
                now.pageRevisions(),
                now.scribes());
        return new ResponseSheet(
                new Response(
                        response.id(),
                        response.inquiryId(),
                        response.state(),
                        response.questionnaires(),
                        then,
                        response.concerns(),
                        response.invitation(),
                        response.version()),
                packet);
    }

    /** What matching has been told; empty before the submission. */
    public Optional<Criteria> criteria() {
        return response.state() instanceof ResponseState.Submitted
                ? Optional.of(Criteria.of(packet, response.answers()))
                : Optional.empty();
    }
}
