package org.rapport.intake.responses.mongo;

import org.rapport.intake.StartedIntake;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.ResponsesContract;

class MongoResponsesIT extends ResponsesContract {
    private final Responses responses = StartedIntake.context().getBean(Responses.class);

    @Override
    protected Responses responses() {
        return responses;
    }
}
