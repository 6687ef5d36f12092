package org.rapport.web;

import org.jspecify.annotations.Nullable;

/** One choice of radios, checkboxes or a select, already in the page's language. */
public record Option(String value, String label, @Nullable String hint) {
    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
