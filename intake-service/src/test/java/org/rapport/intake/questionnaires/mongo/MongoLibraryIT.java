package org.rapport.intake.questionnaires.mongo;

import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.domain.LibraryContract;

class MongoLibraryIT extends LibraryContract {
    private final Library library = StartedIntake.context().getBean(Library.class);

    @Override
    protected Library library() {
        return library;
    }
}
