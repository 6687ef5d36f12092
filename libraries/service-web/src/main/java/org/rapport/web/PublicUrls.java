package org.rapport.web;

import java.net.URI;

/** Absolute addresses for mails and redirects, always from RAPPORT_PUBLIC_URL: a Host header is whatever its sender likes. */
public final class PublicUrls {
    private final String root;

    PublicUrls(URI root) {
        if (root.getHost() == null || root.getRawQuery() != null || root.getRawFragment() != null) {
            throw new IllegalArgumentException("RAPPORT_PUBLIC_URL must be like https://rapport.example");
        }
        this.root = root.toString().replaceFirst("/+$", "");
    }

    /** The absolute address of a path of ours; the path begins with a slash and is already encoded. */
    public String absolute(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of ours");
        }
        return root + path;
    }

    /** Whether cookies may demand an encrypted connection. */
    public boolean encrypted() {
        return root.startsWith("https:");
    }

    String root() {
        return root;
    }
}
