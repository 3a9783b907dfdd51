INSERT INTO article (title, version) VALUES ('From a script', 0);
