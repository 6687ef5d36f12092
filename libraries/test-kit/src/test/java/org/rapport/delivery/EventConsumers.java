package org.rapport.delivery;

/** Stands for the consumers of event-delivery, which depends on this module. */
public interface EventConsumers {}
