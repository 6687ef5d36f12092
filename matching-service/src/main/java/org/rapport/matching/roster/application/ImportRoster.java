package org.rapport.matching.roster.application;

/**
 * Takes over a file.
 *
 * @param write whether to write; else it is only told what would happen
 */
public record ImportRoster(String file, boolean write) {}
