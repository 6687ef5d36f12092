package org.rapport.intake.responses.application;

/** Writes a response in a format that other systems read. */
@FunctionalInterface
public interface ResponseExport {
    String of(ResponseSheet sheet);
}
