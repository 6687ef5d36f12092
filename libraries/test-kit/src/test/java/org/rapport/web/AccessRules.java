package org.rapport.web;

/** Stands for the pages of service-web, which depends on this module. */
public interface AccessRules {}
