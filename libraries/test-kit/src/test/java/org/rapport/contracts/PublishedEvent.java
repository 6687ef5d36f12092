package org.rapport.contracts;

/** Stands for the contracts, which this module must not depend on. */
public interface PublishedEvent {}
