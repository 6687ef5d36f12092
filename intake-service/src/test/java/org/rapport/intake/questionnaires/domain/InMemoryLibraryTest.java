package org.rapport.intake.questionnaires.domain;

class InMemoryLibraryTest extends LibraryContract {
    private final Library library = new InMemoryLibrary();

    @Override
    protected Library library() {
        return library;
    }
}
