package org.rapport.intake.responses.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Score;
import org.rapport.intake.responses.application.ReadResponse;
import org.rapport.intake.responses.application.ReadResponseHandler;
import org.rapport.intake.responses.application.ResponseExport;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.application.ScoreLines;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What leaves for other systems: one person's answers as FHIR, everybody's scores as a table. */
@RestController
class ExportController {
    private static final String FHIR = "application/fhir+json";
    private static final String CSV = "text/csv";

    private final ReadResponseHandler read;
    private final ResponseExport export;
    private final ScoreLines scores;

    ExportController(ReadResponseHandler read, ResponseExport export, ScoreLines scores) {
        this.read = read;
        this.export = export;
        this.scores = scores;
    }

    @GetMapping(path = "/api/intake/inquiries/{inquiryId}/questionnaire-responses", produces = FHIR)
    ResponseEntity<byte[]> fhir(@PathVariable UUID inquiryId) {
        ResponseSheet sheet = read.handle(new ReadResponse(inquiryId))
                .filter(found -> !(found.response().state() instanceof ResponseState.Erased))
                .orElseThrow(RefusedRequest::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questionnaire-responses.json\"")
                .body(export.of(sheet).getBytes(StandardCharsets.UTF_8));
    }

    /** Row by row as they are read, so that the number of responses does not matter. */
    @GetMapping(path = "/api/intake/scores", produces = CSV)
    void scores(HttpServletResponse response) throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scores.csv\"");
        PrintWriter out = response.getWriter();
        out.print(CsvRow.of("inquiry", "submitted", "instrument", "total", "maximum", "band"));
        scores.forEach(line -> out.print(row(line)));
        out.flush();
    }

    /** Without a score the row says so in its place: nobody may take an unreadable response for one without scores. */
    private static String row(ScoreLines.Line line) {
        Score score = line.score();
        String inquiry = line.inquiryId().toString();
        String at = line.submittedAt().toString();
        return score == null
                ? CsvRow.of(inquiry, at, "unreadable", "", "", "")
                : CsvRow.of(
                        inquiry,
                        at,
                        score.instrument(),
                        Integer.toString(score.total()),
                        Integer.toString(score.maximum()),
                        score.band().title().in(Language.EN));
    }
}
