package org.rapport.intake.responses.domain;

class InMemoryResponsesTest extends ResponsesContract {
    private final Responses responses = new InMemoryResponses();

    @Override
    protected Responses responses() {
        return responses;
    }
}
