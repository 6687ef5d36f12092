package org.rapport.notification.messages.mail;

import java.net.URI;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Where the mail server is: {@code smtp://host:port}, or {@code smtps://user:password@host:port}. A password never travels in
 * the clear: with one, {@code smtp} demands STARTTLS.
 */
record SmtpAddress(URI url) {
    private static final int DEFAULT_PORT = 25;
    private static final int DEFAULT_TLS_PORT = 465;

    SmtpAddress {
        if (url.getHost() == null || (!"smtp".equals(url.getScheme()) && !"smtps".equals(url.getScheme()))) {
            throw new IllegalArgumentException("SMTP_URL must be like smtp://host:port or smtps://user:password@host");
        }
    }

    JavaMailSenderImpl connect(SmtpMail.TimeLimits limits) {
        String scheme = url.getScheme();
        boolean encrypted = scheme.equals("smtps");
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(scheme);
        sender.setHost(url.getHost());
        int defaultPort = encrypted ? DEFAULT_TLS_PORT : DEFAULT_PORT;
        sender.setPort(url.getPort() < 0 ? defaultPort : url.getPort());
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + scheme + ".";
        properties.setProperty(
                prefix + "connectiontimeout", Long.toString(limits.connect().toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(limits.answer().toMillis()));
        properties.setProperty(
                prefix + "writetimeout", Long.toString(limits.answer().toMillis()));
        String userInfo = url.getUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            sender.setUsername(colon < 0 ? userInfo : userInfo.substring(0, colon));
            sender.setPassword(colon < 0 ? "" : userInfo.substring(colon + 1));
            properties.setProperty(prefix + "auth", "true");
            properties.setProperty(prefix + "starttls.required", Boolean.toString(!encrypted));
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        return sender;
    }

    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getHost();
    }
}
