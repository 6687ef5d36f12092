package org.rapport.matching.roster.application;

/**
 * Takes over a file.
 *
 * @param write whether to write; else it is only told what would happen
 * @param onlyNew whether therapists who are on the roster already stay as they are
 */
public record ImportRoster(String file, boolean write, boolean onlyNew) {
    public ImportRoster(String file, boolean write) {
        this(file, write, false);
    }
}
