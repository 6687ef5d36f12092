package org.rapport.intake.responses.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Score;
import org.rapport.intake.responses.domain.Criteria;
import org.rapport.intake.responses.domain.MissingAnswer;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseState;

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

    public List<Section> sections(Language language) {
        return packet.pages().stream()
                .map(page -> new Section(
                        page.number(),
                        page.group().title().in(language),
                        page.questions().stream()
                                .map(question -> line(question, language))
                                .toList()))
                .toList();
    }

    public List<Score> scores() {
        return packet.scores(response.answers());
    }

    public List<MissingAnswer> missing() {
        return response.missing(packet);
    }

    public OptionalInt nextPage() {
        return response.nextPage(packet);
    }

    /** What matching has been told; empty before the submission. */
    public Optional<Criteria> criteria() {
        return response.state() instanceof ResponseState.Submitted
                ? Optional.of(Criteria.of(packet, response.answers()))
                : Optional.empty();
    }

    private Line line(Question question, Language language) {
        Answers answers = response.answers();
        List<String> words = switch (question.type()) {
            case TEXT -> answers.to(question.linkId());
            case CHOICE ->
                answers.to(question.linkId()).stream()
                        .flatMap(code -> question.option(code).stream())
                        .map(option -> option.text().in(language))
                        .toList();
        };
        return new Line(question.text().in(language), words);
    }
}
