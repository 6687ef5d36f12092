package org.rapport.web;

/** What is wrong with one field, in words for the person who filled it. */
public record FieldProblem(String field, String message) {}
