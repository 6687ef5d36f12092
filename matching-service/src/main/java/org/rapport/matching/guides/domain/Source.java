package org.rapport.matching.guides.domain;

import java.util.List;

/**
 * A work a guide leans on.
 *
 * @param published by whom, or in which journal
 */
public record Source(List<String> authors, int year, String title, String published) {
    public Source {
        if (authors.isEmpty() || title.isBlank() || published.isBlank() || year < 1900) {
            throw new IllegalArgumentException(
                    "a source has authors, a year, a title and a publisher, unlike " + title);
        }
        authors = List.copyOf(authors);
    }
}
