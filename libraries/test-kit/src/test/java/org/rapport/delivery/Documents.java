package org.rapport.delivery;

/** Stands for the document store of event-delivery, which depends on this module. */
public interface Documents {}
