package org.rapport.journeys;

/** One person's view of Rapport, in a browser or over bare HTTP; the story is the same. */
interface Screen extends AutoCloseable {
    void open(String url);

    /** Follows the first link that fits. */
    void follow(String css);

    void fill(String field, String text);

    /** Picks a radio button or a check box, or an entry of a list. */
    void choose(String field, String value);

    /** Presses the first button that fits and waits for the page it leads to. */
    void press(String css);

    boolean has(String css);

    /** The text of the first element that fits. */
    String text(String css);

    String attribute(String css, String name);

    String address();

    /** What a GET by this person, signed in or not, answers. */
    String fetch(String url);

    /** A form with one field, posted by this person. */
    void post(String url, String field, String value);

    /** Looks the page over: a picture, and what an accessibility checker finds; where the view can do that. */
    void inspect(String name);

    @Override
    void close();
}
