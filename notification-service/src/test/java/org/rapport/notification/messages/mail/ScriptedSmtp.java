package org.rapport.notification.messages.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves at one step: answers a code, hangs, or closes the connection. */
final class ScriptedSmtp implements AutoCloseable {
    enum Step {
        GREETING("220 ready"),
        HELLO("250 hello"),
        MAIL("250 ok"),
        RCPT("250 ok"),
        DATA("354 go on"),
        BODY("250 taken"),
        QUIT("221 bye"),
        OTHER("250 ok");

        private final String good;

        Step(String good) {
            this.good = good;
        }
    }

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Step bad;
    private final String answer;

    ScriptedSmtp(Step bad, String answer) throws IOException {
        this.bad = bad;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException | InterruptedException _) {
                // The client went away, or the test is over.
            }
        }
    }

    private void converse(Socket client) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        Step step = Step.GREETING;
        while (answered(step, out)) {
            @Nullable String line = in.readLine();
            boolean inBody = step == Step.DATA && bad != Step.DATA;
            while (inBody && line != null && !line.equals(".")) {
                line = in.readLine();
            }
            if (line == null) {
                return;
            }
            step = inBody ? Step.BODY : step(line);
        }
    }

    private static Step step(String line) {
        return switch (line.split("[ :]", 2)[0]) {
            case "EHLO", "HELO" -> Step.HELLO;
            case "MAIL" -> Step.MAIL;
            case "RCPT" -> Step.RCPT;
            case "DATA" -> Step.DATA;
            case "QUIT" -> Step.QUIT;
            default -> Step.OTHER;
        };
    }

    private boolean answered(Step step, OutputStream out) throws IOException, InterruptedException {
        if (step != bad) {
            say(out, step.good);
            return true;
        }
        switch (answer) {
            case "HANG" -> closed.await();
            case "CLOSE" -> {}
            default -> {
                say(out, answer + " as scripted");
                return true;
            }
        }
        return false;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
