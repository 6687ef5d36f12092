package org.rapport.intake.questionnaires.mongo;

import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.application.KnownQuestionnaires;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.domain.LibraryContract;
import org.rapport.intake.questionnaires.domain.Publication;

class MongoLibraryIT extends LibraryContract {
    private final Library library = StartedIntake.context().getBean(Library.class);

    @Override
    protected Library library() {
        return library;
    }

    /** With nothing published yet what came with the service; an empty packet would be what the other tests are sent. */
    @Override
    protected Publication beginning() {
        return StartedIntake.context().getBean(KnownQuestionnaires.class).publication();
    }
}
