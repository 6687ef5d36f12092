package org.rapport.intake.responses.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.formats.IParser.OutputStyle;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.responses.application.ResponseExport;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.Scribe;

/** A bundle with one R4 {@code QuestionnaireResponse} for each questionnaire of the packet, in its order. */
public final class FhirExport implements ResponseExport {
    private static final String URN = "urn:ietf:rfc:3986";
    private static final String URN_UUID = "urn:uuid:";

    @Override
    public String of(ResponseSheet sheet) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION);
        List<Questionnaire> questionnaires = sheet.packet().questionnaires();
        for (int number = 1; number <= questionnaires.size(); number++) {
            String name = "questionnaire-response|" + sheet.response().id() + "|" + number;
            String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString();
            Questionnaire questionnaire = questionnaires.get(number - 1);
            List<Page> pages = sheet.packet().pages().stream()
                    .filter(page -> page.questionnaire().equals(questionnaire))
                    .toList();
            QuestionnaireResponse resource = resource(sheet.response(), questionnaire, pages);
            resource.setId(id);
            bundle.addEntry().setFullUrl(URN_UUID + id).setResource(resource);
        }
        try {
            JsonParser parser = new JsonParser();
            parser.setOutputStyle(OutputStyle.PRETTY);
            return parser.composeString(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QuestionnaireResponse resource(Response response, Questionnaire questionnaire, List<Page> pages) {
        QuestionnaireResponse resource = new QuestionnaireResponse();
        resource.setQuestionnaire(questionnaire.key().canonical());
        resource.setLanguage(response.language().code());
        resource.setStatus(status(response.state()));
        resource.setSubject(reference(response.inquiryId()));
        if (response.state() instanceof ResponseState.Submitted submitted) {
            resource.setAuthored(Date.from(submitted.at()));
        }
        resource.setSource(reference(response.inquiryId()));
        scribe(response, pages).ifPresent(scribe -> resource.setAuthor(author(scribe)));
        resource.setItem(new FhirAnswers(questionnaire, response).items());
        return resource;
    }

    /** Who of the staff entered all that was entered on these pages; who entered a part of it is not its author. */
    private static Optional<Scribe> scribe(Response response, List<Page> pages) {
        List<Integer> entered = pages.stream()
                .map(Page::number)
                .filter(number -> response.pageRevisions().get(number - 1) > 0)
                .toList();
        List<Scribe> scribes = response.entries().scribes().stream()
                .filter(scribe -> entered.contains(scribe.page()))
                .toList();
        boolean one = scribes.stream().map(Scribe::staffId).distinct().count() == 1;
        return one && scribes.size() == entered.size() ? Optional.of(scribes.getLast()) : Optional.empty();
    }

    private static QuestionnaireResponseStatus status(ResponseState state) {
        return switch (state) {
            case ResponseState.Sent(), ResponseState.InProgress() -> QuestionnaireResponseStatus.INPROGRESS;
            case ResponseState.Lapsed _ -> QuestionnaireResponseStatus.STOPPED;
            case ResponseState.Submitted signed ->
                signed.earlier().isEmpty()
                        ? QuestionnaireResponseStatus.COMPLETED
                        : QuestionnaireResponseStatus.AMENDED;
            case ResponseState.Amending _ -> QuestionnaireResponseStatus.INPROGRESS;
            case ResponseState.Erased() -> QuestionnaireResponseStatus.ENTEREDINERROR;
        };
    }

    private static Reference author(Scribe scribe) {
        Reference author = reference(scribe.staffId());
        author.setType("Practitioner").setDisplay(scribe.name());
        return author;
    }

    /** By an id that only we can resolve. */
    private static Reference reference(UUID id) {
        Reference reference = new Reference();
        reference.setIdentifier(new Identifier().setSystem(URN).setValue(URN_UUID + id));
        return reference;
    }
}
