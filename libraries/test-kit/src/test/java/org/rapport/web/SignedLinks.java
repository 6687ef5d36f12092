package org.rapport.web;

/** Stands for the links of service-web, which depends on this module. */
public interface SignedLinks {}
